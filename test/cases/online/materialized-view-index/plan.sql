-- up
-- atlas:txmode none
-- ! fails_on_rows
create unique index concurrently owners_owner_idx on public.owners using btree (owner);

-- down
-- atlas:txmode none
drop index concurrently public.owners_owner_idx;
