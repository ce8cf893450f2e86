create type public.complex as (re float8, im float8);
create function public.add(public.complex, public.complex) returns public.complex immutable language sql as 'select row($1.re + $2.re, $1.im + $2.im)::public.complex';
create operator public.+ (leftarg = public.complex, rightarg = public.complex, function = public.add, commutator = +);
create table public.nums (z public.complex);
