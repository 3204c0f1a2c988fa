/** WordprocessingML, transitional (ECMA-376 Part 4). */
export const mainNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Relationships as attributes of elements name them. */
export const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** DrawingML. */
export const drawingNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main';
/** The relationships parts themselves (Part 2). */
export const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** [Content_Types].xml. */
export const contentTypesNamespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
