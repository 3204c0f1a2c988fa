// Made by make-tables.mjs from the Unicode Character Database 15.0.0 (© Unicode, Inc., Unicode License v3).

/** Default_Ignorable_Code_Point (UAX #44): characters that show nothing where a font does not know them. */
export const defaultIgnorableTable = {
  values: 'N Y',
  runs: [
    '4tA1BipA1BjwA1B282A2B18zA2B2dA5B1krA5BqA5B1dAgB3ckA1B14ezAgB6nA1B4gA1B27A9B119jA4B43zA8Bh405A35sB44j',
    'kA',
  ].join(''),
} as const;
