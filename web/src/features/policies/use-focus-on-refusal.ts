import { useEffect, useRef } from 'react';
import type { Told } from './use-command.js';

/** Leads to what was refused, so that nobody has to look for it in a long form. */
export function useFocusOnRefusal(told: Told | null) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (told === null) return;
    const place =
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form.current?.querySelector<HTMLElement>('.told');
    place?.focus();
  }, [told]);
  return form;
}
