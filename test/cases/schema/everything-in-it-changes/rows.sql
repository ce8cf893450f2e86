insert into app.users (mail, state) values ('a@b.c', 'new'); insert into app.posts (user_id, body) values (1, 'hello');
