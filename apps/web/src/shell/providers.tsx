"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { DataProvider } from "@/data";
import { Intl } from "@/i18n/intl";
import { Toasts } from "@/ui/toast";

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <DataProvider>
        <Intl>
          {children}
          <Toasts />
        </Intl>
      </DataProvider>
    </QueryClientProvider>
  );
}

/** Queries read this phone's own database: being offline is no reason to wait. */
function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
