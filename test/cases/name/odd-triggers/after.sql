create table public."T t" (id bigint, "a b" varchar(20), c text);
create view public."V v" as select id, "a b", c from public."T t";
create function public."f f"() returns trigger language plpgsql as 'begin return old; end';
create trigger "tr 1" before update of "a b" on public."T t" for each row when (old."a b" is distinct from new."a b") execute function public."f f"('x y', 'it''s');
create trigger "tr""2" instead of insert on public."V v" for each row execute function public."f f"('n');
create constraint trigger tr3 after insert on public."T t" deferrable initially deferred for each row execute function public."f f"();
alter table public."T t" enable always trigger "tr 1";
comment on trigger "tr""2" on public."V v" is 'w';
