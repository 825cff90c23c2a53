import manifest from "../package.json" with { type: "json" };

/** The version that a person sees and a backup names. */
export const APP_VERSION: string = manifest.version;
