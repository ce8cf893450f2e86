create table public.t (a integer, b integer);
create function public.touch() returns trigger language plpgsql as 'begin return new; end';
create constraint trigger x after insert on public.t deferrable initially deferred for each row execute function public.touch();
