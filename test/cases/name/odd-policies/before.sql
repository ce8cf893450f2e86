create schema "P";
create table "P"."T t" ("user id" uuid, "a""b" text, o integer);
create table "P"."o.ther" (id integer, t integer);
alter table "P"."T t" enable row level security;
create function "P".me() returns uuid language sql stable as $$select '00000000-0000-0000-0000-000000000000'::uuid$$;
create policy "my policy" on "P"."T t" for select to anon, authenticated using ("user id" = (select "P".me()));
create policy "q""q" on "P"."T t" as restrictive for update using (exists (select from "P"."o.ther" as x where x.id = o)) with check ("a""b" <> 'it''s (');
create policy all_of on "P"."o.ther" using (true);
comment on policy "my policy" on "P"."T t" is 'mine';
