create function public.f(a text, b text) returns boolean language sql immutable as 'select true';
create text search dictionary public.d (template = pg_catalog.simple);
