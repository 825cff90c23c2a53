/** The address under which a page is kept: `/week/` and `/week.html` are `/week`, `/index.html` is `/`. */
export function pagePath(pathname: string): string {
  const bare = pathname.replace(/\.html$/, "").replace(/\/+$/, "");
  return bare === "" || bare === "/index" ? "/" : bare;
}

/** True on the page of a session: nothing may reload it. */
export function isInSession(pathname: string): boolean {
  return pagePath(pathname) === "/session";
}
