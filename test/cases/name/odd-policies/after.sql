create schema "P";
create table "P"."T t" ("user id" text, "a""b" varchar(40), o bigint);
create table "P"."o.ther" (id bigint, t integer);
alter table "P"."T t" enable row level security;
alter table "P"."o.ther" force row level security;
create function "P".me(strict_one boolean default true) returns uuid language sql stable as $$select '00000000-0000-0000-0000-000000000000'::uuid$$;
create policy "my policy" on "P"."T t" for select to public using ("user id" = (select "P".me())::text);
create policy "q""q" on "P"."T t" as restrictive for update using (exists (select from "P"."o.ther" as x where x.id = o and x.t > 0)) with check ("a""b" <> 'it''s )(');
create policy all_of on "P"."o.ther" using (true) with check (false);
