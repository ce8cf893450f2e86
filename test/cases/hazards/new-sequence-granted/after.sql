create schema app;
create sequence app.s;
grant usage on sequence app.s to anon;
