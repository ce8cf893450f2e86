create schema audit;
create table audit.log (id bigserial primary key, who name default session_user, what text, n bigint, at timestamptz default clock_timestamp(), "table" regclass);
create table public.stock (sku varchar(30) primary key, qty bigint not null check (qty >= 0), place text default 'main' not null);
create function audit.count_changes() returns trigger language plpgsql security definer set search_path = audit, pg_temp set work_mem = '8MB' as $$
begin
  insert into audit.log (what, n, "table") select tg_table_name, count(*), tg_relid from fresh;
  return null;
end $$;
create function audit.check_row() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger stock_insert after insert on public.stock referencing new table as fresh for each statement execute function audit.count_changes('x', 'it''s');
create trigger stock_update after update on public.stock referencing new table as fresh old table as before for each statement execute function audit.count_changes();
create trigger stock_row before insert or update of place, qty on public.stock for each row when (new.place is distinct from 'main') execute function audit.check_row();
create trigger stock_truncate before truncate on public.stock for each statement execute function audit.count_changes();
alter table public.stock enable always trigger stock_row;
alter table public.stock enable replica trigger stock_update;
comment on trigger stock_row on public.stock is 'Place matters';
