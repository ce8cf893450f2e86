-- platform
create schema private;
create function public.same(a integer, b integer) returns boolean language sql immutable as 'select a = b';
create function public.same(a text, b text) returns boolean language sql immutable as 'select a = b';
create operator public.=== (function = public.same, leftarg = text, rightarg = text);
create operator private.=== (function = public.same, leftarg = integer, rightarg = integer);
create operator private.=== (function = public.same, leftarg = text, rightarg = text);
create function private.other() returns integer language sql as 'select 1';
grant create on schema private to service_role;
alter operator private.=== (integer, integer) owner to service_role;
alter function private.other() owner to service_role;
create function public.find(a text) returns boolean language sql as 'select a operator(public.===) ''x''';
create function private.find(a text) returns boolean language sql set search_path = private as 'select a === ''x''';
