create schema audit;
create table audit.log (id bigserial primary key, who name default current_user, what text, n int, at timestamptz default clock_timestamp());
create table public.stock (sku text primary key, qty int not null check (qty >= 0));
create function audit.count_changes() returns trigger language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  insert into audit.log (what, n) select tg_table_name, count(*) from fresh;
  return null;
end $$;
create trigger stock_insert after insert on public.stock referencing new table as fresh for each statement execute function audit.count_changes();
create trigger stock_update after update on public.stock referencing old table as stale new table as fresh for each statement execute function audit.count_changes();
create constraint trigger stock_check after update of qty on public.stock deferrable initially deferred for each row when (new.qty < 0) execute function audit.count_changes();
alter table public.stock disable trigger stock_insert;
insert into public.stock values ('a', 1);
