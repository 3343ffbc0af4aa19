/** Version of the engine: histories are promised to be equal within one version only. */
export const ENGINE = '0.4.0'
