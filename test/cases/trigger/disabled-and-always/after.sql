create table public.t (a integer);
create function public.touch() returns trigger language plpgsql as 'begin return new; end';
create trigger x before update on public.t for each row execute function public.touch();
create trigger y before update on public.t for each row execute function public.touch();
create trigger z before update on public.t for each row execute function public.touch();
alter table public.t disable trigger x;
alter table public.t enable always trigger y;
alter table public.t enable replica trigger z;
