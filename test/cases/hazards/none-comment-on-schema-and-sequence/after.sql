create schema app;
create sequence app.s;
comment on schema app is 'App.';
comment on sequence app.s is 'S.';
