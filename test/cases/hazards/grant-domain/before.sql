create domain public.code as text;
revoke usage on domain public.code from public;
