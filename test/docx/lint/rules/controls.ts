import { child, elements, onlyOnce, type Rule, textOf, value } from '../rule.ts';

/** Content controls without an id of their own, with values that cannot be told apart, or bound to nothing. */
export const controls: Rule = (_, report) => {
  const ids = onlyOnce();
  const stores = new Set<string>();
  const parts = new Set<string>();
  const bound: { readonly part: string; readonly store: string }[] = [];
  const asked: { readonly part: string; readonly name: string }[] = [];
  return {
    on: {
      'w:sdtPr': (element, { part, parents }) => {
        const id = value(element, 'w:id');
        if (id === '' || ids(id)) report('control-twice', part, id);
        for (const name of ['w:alias', 'w:tag'])
          if (value(element, name).length > 64) report('control-name', part, value(element, name));
        if (value(element, 'w:alias') === '') report('control-name', part, `control ${id} has no title`);
        const content = child(parents.at(-1)!, 'w:sdtContent');
        if (!content || textOf(content).trim() === '') report('control-empty', part, id);
      },
      'w:dropDownList': (element, { part }) => items(element, part),
      'w:comboBox': (element, { part }) => items(element, part),
      'w:dataBinding': (element, { part }) => {
        const store = element.attributes['w:storeItemID'];
        if (store !== undefined) bound.push({ part, store });
      },
      'ds:datastoreItem': (element) => {
        stores.add(element.attributes['ds:itemID'] ?? '');
      },
      'w:docPart': (element, { part, parents }) => {
        if (parents.at(-1)?.name === 'w:placeholder') asked.push({ part, name: value(element) });
        const name = value(child(element, 'w:docPartPr'), 'w:name');
        if (name === '') return;
        if (parts.has(name)) report('placeholder-unknown', part, `two named ${name}`);
        parts.add(name);
      },
    },
    end() {
      for (const { part, store } of bound) if (!stores.has(store)) report('store-unknown', part, store);
      for (const { part, name } of asked) if (!parts.has(name)) report('placeholder-unknown', part, name);
    },
  };

  function items(list: Parameters<typeof elements>[0], part: string): void {
    const values = onlyOnce();
    const shown = onlyOnce();
    for (const { attributes } of elements(list)) {
      const { 'w:value': own = '', 'w:displayText': text = own } = attributes;
      if (own === '' || values(own)) report('list-value-twice', part, own);
      if (shown(text)) report('list-value-twice', part, text);
    }
  }
};
