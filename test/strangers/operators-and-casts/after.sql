create type public.complex as (re float8, im float8);
create function public.add(public.complex, public.complex) returns public.complex immutable parallel safe language sql as 'select row($1.re + $2.re, $1.im + $2.im)::public.complex';
create function public.to_complex(float8) returns public.complex immutable language sql as 'select row($1, 0)::public.complex';
create operator public.+ (leftarg = public.complex, rightarg = public.complex, function = public.add, commutator = +);
create cast (float8 as public.complex) with function public.to_complex(float8) as implicit;
create table public.nums (z public.complex, w public.complex default 1.0::float8);
create view public.sums as select z operator(public.+) w as s from public.nums;
