create function public.alike(a text, b text) returns boolean language sql immutable as 'select a = b';
create function public.unlike(a text, b text) returns boolean language sql immutable as 'select a <> b';
create operator public.=~ (function = public.alike, leftarg = text, rightarg = text, restrict = eqsel, join = eqjoinsel);
create operator public.!~ (function = public.unlike, leftarg = text, rightarg = text);
comment on operator public.!~ (text, text) is 'other "ones"';
create table public.t (id integer primary key, a text, b text, check (a operator(public.=~) b));
create view public.v as select id from public.t where a operator(public.!~) b;
