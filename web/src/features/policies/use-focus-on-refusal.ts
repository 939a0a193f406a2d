import { useEffect, useRef } from 'react';

/**
 * Leads to what was refused or has not gone through, so that nobody has to look for it in a long form: the button that
 * was pressed cannot be where the keyboard is meanwhile.
 */
export function useFocusOnRefusal(trouble: object | null) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (trouble === null) return;
    const place =
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form.current?.querySelector<HTMLElement>('.told');
    place?.focus();
  }, [trouble]);
  return form;
}
