declare global {
  interface ImportMetaEnv {
    /** The day of the build in Japan, ISO; set by astro.config.mjs. */
    readonly BUILD_DAY: string;
  }
}

/** The day against which review dates are held. */
export const buildDay: string = import.meta.env.BUILD_DAY;
