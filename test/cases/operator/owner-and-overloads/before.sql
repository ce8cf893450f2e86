-- platform
create schema private;
create function public.same(a integer, b integer) returns boolean language sql immutable as 'select a = b';
create function public.same(a text, b text) returns boolean language sql immutable as 'select a = b';
create operator public.=== (function = public.same, leftarg = integer, rightarg = integer);
create operator private.=== (function = public.same, leftarg = integer, rightarg = integer);
create function public.find(a text) returns boolean language plpgsql as 'begin return a operator(public.===) ''x''; end';
