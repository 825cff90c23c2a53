import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { EARLY_TAP_SCRIPT } from "@/platform/early-tap";
import { THEME_SCRIPT } from "@/platform/theme";
import { AppShell } from "@/shell/app-shell";
import { Providers } from "@/shell/providers";
import "./globals.css";

export const metadata: Metadata = {
  title: "Legwork",
  description: "Strength training that fits a runner's week.",
  applicationName: "Legwork",
  manifest: "/manifest.webmanifest",
  appleWebApp: { capable: true, title: "Legwork", statusBarStyle: "default" },
  icons: {
    icon: [{ url: "/icons/icon.svg", type: "image/svg+xml" }],
    apple: [{ url: "/icons/apple-touch-icon.png", sizes: "180x180" }],
  },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f4" },
    { media: "(prefers-color-scheme: dark)", color: "#14161a" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: `${THEME_SCRIPT};${EARLY_TAP_SCRIPT}` }} />
      </head>
      <body>
        <Providers>
          <AppShell>{children}</AppShell>
        </Providers>
      </body>
    </html>
  );
}
