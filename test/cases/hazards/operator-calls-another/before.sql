create function public.near(a integer, b integer) returns boolean language sql immutable as 'select abs(a - b) < 2';
create operator public.~~~ (function = public.near, leftarg = integer, rightarg = integer);
create operator public.!== (function = int4ne, leftarg = integer, rightarg = integer);
