-- up
comment on large object 4711 is 'It''s a photograph';
revoke select on large object 4711 from anon;
-- ! opens_access
grant select, update on large object 4711 to public;
comment on large object 4712 is 'Sound';
-- ! breaks_clients
revoke update on large object 4712 from authenticated;
revoke grant option for select on large object 4712 from authenticated;

-- down
comment on large object 4711 is 'A picture';
-- ! breaks_clients
revoke select, update on large object 4711 from public;
grant select on large object 4711 to anon;
comment on large object 4712 is null;
-- ! opens_access
grant select, update on large object 4712 to authenticated with grant option;
