create table public."T t" (id integer, "a b" text, c text);
create view public."V v" as select id, "a b" from public."T t";
create function public."f f"() returns trigger language plpgsql as 'begin return new; end';
create trigger "tr 1" before update of "a b", c on public."T t" for each row when (old."a b" is distinct from new."a b" and new.c <> 'it''s') execute function public."f f"('x y', 'it''s', '');
create trigger "tr""2" instead of insert on public."V v" for each row execute function public."f f"();
create constraint trigger tr3 after insert on public."T t" deferrable for each row execute function public."f f"();
alter table public."T t" disable trigger "tr 1";
comment on trigger "tr""2" on public."V v" is 'v';
