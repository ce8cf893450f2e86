-- up
comment on view app.v is 'V.';

-- down
comment on view app.v is null;
