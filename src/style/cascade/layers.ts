/** A cascade layer (css-cascade-5 §6.4). A later one wins over an earlier one, and what is in none wins over all. */
export interface Layer {
  readonly name: string;
  readonly children: Layer[];
  /** Place in the order of all layers, known when all sheets are read; greater ones win. */
  rank: number;
}

/** The layer of what is in no layer. */
export function createLayers(): Layer {
  return { name: '', children: [], rank: 0 };
}

/** The layer below another by its dotted name, made at its first mention; one without a name is always a new one. */
export function layerIn(parent: Layer, name: string | undefined): Layer {
  if (name === undefined) return addLayer(parent, '');
  return name
    .split('.')
    .reduce(
      (layer, part) => layer.children.find((child) => child.name === part) ?? addLayer(layer, part),
      parent,
    );
}

function addLayer(parent: Layer, name: string): Layer {
  const layer = { name, children: [], rank: 0 };
  parent.children.push(layer);
  return layer;
}

/** Ranks all layers: those inside of another come before what stands in it directly (css-cascade-5 §6.4.3). */
export function rankLayers(root: Layer): void {
  let next = 0;
  const visit = (layer: Layer): void => {
    for (const child of layer.children) visit(child);
    layer.rank = next++;
  };
  visit(root);
}

/** Of a rule; outside of all layers above all of them. */
export function layerRank({ layer }: { readonly layer?: Layer }): number {
  return layer ? layer.rank : Infinity;
}
