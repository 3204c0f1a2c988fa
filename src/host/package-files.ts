/** Whether a name is one npm allows (and no path): `@scope/name` or `name`, lower case. */
export function isPackageName(name: string): boolean {
  return name.length <= 214 && /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name);
}

/** Whether a file of a package may be read: a font, a licence, or package.json. */
export function isReadableInPackage(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name === 'package.json' || /\.(ttf|otf|ttc|woff2?)$/.test(name)) return true;
  return /^(licen[cs]e|copying|copyright|notice|ofl|fontlog|authors)([._-].*)?$/.test(name);
}
