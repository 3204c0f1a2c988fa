// Made by make-tables.mjs from the Unicode Character Database 15.0.0 (© Unicode, Inc., Unicode License v3).

/** Script_Extensions (UAX #24 §4) of the characters that scripts share; `-` for all others. */
export const scriptExtensionsTable = {
  values:
    '- Hani Beng+Deva Deva Bopo+Hang+Hani+Hira+Kana Gran+Taml Hira+Kana Bopo+Hang+Hani+Hira+Kana+Yiii Cyr' +
    'l+Glag Deva+Shrd Deva+Gran Grek Arab+Nkoo+Rohg+Syrc+Thaa+Yezi Arab+Syrc Arab+Thaa Beng+Deva+Gran+Knd' +
    'a Cprt+Linb Mong+Phag Adlm+Arab+Mand+Mani+Ougr+Phlp+Rohg+Sogd+Syrc Adlm+Arab+Nkoo+Rohg+Syrc+Thaa+Yez' +
    'i Arab+Copt Arab+Nkoo Arab+Rohg Arab+Syrc+Thaa Arab+Thaa+Yezi Beng Beng+Cakm+Sylo Beng+Deva+Dogr+Gon' +
    'g+Gonm+Gran+Gujr+Guru+Knda+Limb+Mahj+Mlym+Nand+Orya+Sind+Sinh+Sylo+Takr+Taml+Telu+Tirh Beng+Deva+Dog' +
    'r+Gong+Gonm+Gran+Gujr+Guru+Knda+Mahj+Mlym+Nand+Orya+Sind+Sinh+Sylo+Takr+Taml+Telu+Tirh Beng+Deva+Gra' +
    'n+Gujr+Guru+Knda+Latn+Mlym+Orya+Shrd+Taml+Telu+Tirh Beng+Deva+Gran+Gujr+Guru+Knda+Latn+Mlym+Orya+Tam' +
    'l+Telu+Tirh Beng+Deva+Gran+Knda+Nand+Orya+Telu+Tirh Bopo+Hani Bugi+Java Buhd+Hano+Tagb+Tglg Cakm+Mym' +
    'r+Tale Cpmn+Cprt+Linb Cprt+Lina+Linb Cyrl+Latn Cyrl+Perm Cyrl+Syrc Deva+Dogr+Gujr+Guru+Khoj+Knda+Kth' +
    'i+Mahj+Mlym+Modi+Nand+Sind+Takr+Tirh Deva+Dogr+Gujr+Guru+Khoj+Knda+Kthi+Mahj+Modi+Nand+Sind+Takr+Tir' +
    'h Deva+Dogr+Gujr+Guru+Khoj+Kthi+Mahj+Modi+Sind+Takr+Tirh Deva+Dogr+Kthi+Mahj Deva+Gran+Knda Deva+Gra' +
    'n+Latn Deva+Knda+Mlym+Orya+Taml+Telu Deva+Nand Deva+Taml Dupl Geor+Latn Gujr+Khoj Guru+Mult Hani+Hir' +
    'a+Kana Hani+Latn Kali+Latn+Mymr Knda+Nand Latn Latn+Mong Mani+Ougr Nand Syrc',
  runs: [
    'n6A1L2A1LtAd~F7nA1:1I2/1IasA1MeA1M1X2A1TwA1SaAbNaAaY6A1N2rA1WhoA1%1&hA1$1#a?3aAa!3aAa~A3aAa}6uAeF6qA',
    'a~EnkAa,4xA1|189A2+5nA2R1A1Ry2A1P1D1P1K1D2C1J1C1J1]1D2J2D1J1C7D1^1C2D1C4D1(1K1@2C1Z2K1~I5hA2L1iA1;1A',
    '1~JfoA1~G5cA1[2mqA1IcdA2H1E2A1B1AaH1A1E8H4EaA4)2A1E5G1A1E4A2~B2B2hA4G3A1G2iA1H1G43AgBwA10B1oA14B1kA1',
    'dBfAcB1fA1B2gApBaA5B2oAvBmlsA1I40A8~C88A3<3=4>53A1C1A1_1mA1~D4gA1*ghaA2V4yA1OaA1O1zA2E7uA5HaA1G19A2G',
    '9sA2-1Q4A19.3A9QbkAsU1kmA1~H1laA1F1A1F1jA2F2hfA2F1A1Fuz0A4{4hoAiB63iA2Bl57yA',
  ].join(''),
} as const;
