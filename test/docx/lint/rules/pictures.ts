import { onlyOnce, type Rule } from '../rule.ts';

/** Pictures and drawings that no screen reader can tell of, or that two have one id. */
export const pictures: Rule = (_, report) => {
  const ids = onlyOnce();
  return {
    on: {
      'wp:docPr': (element, { part, parents }) => {
        const { id = '', descr = '', name = '' } = element.attributes;
        if (ids(id)) report('drawing-twice', part, id);
        const isDecoration = JSON.stringify(element).includes('"adec:decorative"');
        if (descr.trim() === '' && !isDecoration) report('alt-missing', part, name);
        if (/\.(png|jpe?g|svg)$/i.test(descr)) report('alt-missing', part, `${descr} is the name of a file`);
        const frame = parents.at(-1)?.name;
        // What decorates the page behind its text stands in no line.
        const isGround = isDecoration && parents.at(-1)?.attributes.behindDoc === '1' && /header/.test(part);
        if (frame !== 'wp:inline' && !isGround) report('drawing-floats', part, `${name} in ${frame}`);
      },
    },
  };
};
