/** What a new campaign.yaml is made of. */
export interface NewCampaign {
  /** `[a-z0-9-]+`. */
  readonly id: string;
  readonly title: string;
  /** ISO yyyy-mm-dd. */
  readonly date: string;
  /** Locale tags, the source locale first. */
  readonly locales: readonly [string, ...string[]];
}

/** The text of a new campaign.yaml that a build takes as it stands, each key with what it is for. */
export function newCampaignYaml({ id, title, date, locales }: NewCampaign): string {
  const [source, ...others] = locales;
  const quoted = JSON.stringify(title);
  const titles = [`  ${source}: ${quoted}`, ...others.map((tag) => `  # ${tag}: ${quoted}`)];
  return `# The campaign. Every key but id, version, title, source-locale and locales may be left out.

# Used in file names: lower case letters, digits and hyphens.
id: ${id}
# Change it with every pack that you give out.
version: 1.0.0
# The only date that a build knows; it is printed where a document shows a date.
date: ${date}

# In each language; a language without one gets the source's, with a warning.
title:
${titles.join('\n')}

# The language that the documents are written in first, and all languages of the pack.
source-locale: ${source}
locales: [${locales.join(', ')}]

# Printed at the foot of leaflets, and as a QR code.
url: https://example.org
organisation:
  name: Name of your organisation
  email: mail@example.org
  # Who answers for what is printed; many countries ask for it.
  # postal-address: Example Street 1, 12345 Example Town

# CSS colours; --accent is that of headings and boxes.
colours: { accent: "#b01119" }
`;
}

/** An id made of any words: `Save our library!` gives `save-our-library`; empty where nothing of it can serve. */
export function slugOf(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
