create function public.add(a integer, b integer) returns integer language sql immutable as 'select a + b';
create operator public.#&# (function = public.add, leftarg = integer, rightarg = integer);
