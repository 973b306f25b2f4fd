declare module "subset-font" {
  /** A font with only the letters of a text. */
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options: {
      readonly targetFormat: "woff2" | "sfnt";
      readonly keepAllGlyphs?: boolean;
      readonly keepFeatures?: readonly string[];
      readonly noHinting?: boolean;
      readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>> | undefined;
    },
  ): Promise<Buffer>;
}
