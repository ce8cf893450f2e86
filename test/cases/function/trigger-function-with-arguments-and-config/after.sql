create function public.f() returns trigger language plpgsql security definer set search_path = public, pg_temp set timezone to 'Europe/Berlin' as 'begin perform 1; return new; end';
