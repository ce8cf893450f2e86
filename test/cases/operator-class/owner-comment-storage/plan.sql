-- up
comment on operator class public."Temp ops" using btree is 'one';
-- ! opens_access, breaks_clients
alter operator class public."Temp ops" using btree owner to postgres;
comment on operator family public."Temp ops" using btree is 'two';
-- ! opens_access, breaks_clients
alter operator family public.words using gist owner to postgres;
comment on operator class public.words using gist is null;

-- down
comment on operator class public."Temp ops" using btree is null;
-- ! opens_access, breaks_clients
alter operator class public."Temp ops" using btree owner to supabase_admin;
comment on operator family public."Temp ops" using btree is null;
-- ! opens_access, breaks_clients
alter operator family public.words using gist owner to supabase_admin;
comment on operator class public.words using gist is 'words';
