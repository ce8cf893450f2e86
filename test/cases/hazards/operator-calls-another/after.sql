create function public.near(a integer, b integer) returns boolean language sql immutable as 'select abs(a - b) < 2';
create operator public.~~~ (function = int4eq, leftarg = integer, rightarg = integer);
