create table public.t (a integer, b integer);
create function public.touch() returns trigger language plpgsql as 'begin return new; end';
create trigger x before update of a, b on public.t for each row execute function public.touch();
comment on trigger x on public.t is 'X.';
