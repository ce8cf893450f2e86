create operator public.=== (function = int4eq, leftarg = integer, rightarg = integer);
