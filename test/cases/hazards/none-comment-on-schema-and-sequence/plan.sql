-- up
comment on schema app is 'App.';
comment on sequence app.s is 'S.';

-- down
comment on schema app is null;
comment on sequence app.s is null;
