export default {
  output: "export",
  turbopack: { root: process.env.BARE_PAGE_ROOT },
  typescript: { ignoreBuildErrors: true },
};
