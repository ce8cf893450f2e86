insert into public."bot.tom" (id, n, l, r, b) values (1, 'a', 2, 3, 4);
