create function public.f(a text, b text) returns boolean language sql immutable as 'select true';
