/** The template of a new flow's moods before the customer has been heard, and where a slip leads. */
export const BEFORE_HEARD = `
moods:
  # They want to be understood. Because it calls for validation, a fix that comes before any is a premature solution.
  upset:
    emoji: 😠
    feels: «Feeling 1». And nobody has understood yet what this means for me.
    calls-for: [validation]
    hint: # first a nudge, then a direction, then almost the words
      - What does «called» need to hear before any fix can land?
      - Say back what has happened and what hangs on it.
      - «said back»
    says: # when no rule fits; so each line has to suit any message, also "hello" and also nonsense «5»
      - I still don't know whether you've read what I wrote.
      - «Stake 1». That's what I think of while I wait here.
      - I'd like an answer that fits my case.
      - «Feeling 2», if you want to know how I am by now.
      - And where does that leave me?
      - And «stake 2»? Does anybody there think that far?
      - I don't write messages like this for fun.
      - I've told you what happened. I'm waiting for somebody to say something about it.
      - I don't know what to do with that.
      - Is there anybody there who has a minute for this?
      - And the thing itself? I don't see a word about it.
    rules: # read from the top: the first one that fits happens, and no other
      # "escalating" stands for everything that inflames: calm-command, minimise, policy-wall and twelve more. Where
      # «called» would answer one of them in another way, write a rule for it above this one.
      - when: escalating
        says: «3»
          - say: So that's how you talk to people who come for help.
            softer: I didn't expect to be answered like that.
          - say: Read that again, and tell me you'd send it to a friend.
            softer: I don't think you'd write that to a friend.
          - say: All right. So I'm the problem now.
            softer: It sounds as if this is mine to solve.
          - I came with one problem. Now I've got two.
          - Tell that to «stake 1».
          - Well. That's one way to answer.
          - That makes it worse, and I hope you can see why.
        because: The line pushed away somebody who had come for help.
        go: cold
      - when: overpromise
        says: «3»
          - You can't know that. Nobody can.
          - That's a big word for somebody who hasn't looked into it.
          - Say something smaller that you can keep.
          - I'd sooner have one true thing than that.
          - Words like that are how people end up disappointed.
          - If you could know that, I wouldn't have to write to you.
        because: The line promised more than anybody can know.
      - when: premature-solution # a fix before there was any validation
        feel: { frustration: +8, trust: -4 } # on top of the reactions above
        says: «4»
          - That was quick. Do you know yet what has happened here?
          - say: An answer before the question. Impressive.
            softer: That's an answer, and I haven't got to the question yet.
          - I'm not there yet. First I'd like to know that somebody has understood.
          - You're mending something. Have you read the part about «stake 1»?
          - That's what I'd write too, if I wanted to be done with somebody.
          - You're two steps ahead of me, and you've left me behind.
          - It may be right. It feels like being waved through.
        because: The fix came before anything was said about what this means.
      - when: [specific-validation, question] # both in one message
        says: «3»
          - Yes. That's it. And that's a question worth answering.
          - Thank you. You read it before you asked.
          - All right. Somebody's listening. I'll tell you.
          - Well, yes. Exactly that. Ask, then.
          - You've got it. Good question, too.
          - Right. That's how it is, and you want to know more. I can work with that.
        because: You said back what it means and then asked, so the question sounded like work and not like a form.
        go: open
      - when: specific-validation
        need: { frustration: at most 52 } # a need is judged when the message has been felt already
        says: «3»
          - Right. You've understood it. So what happens now?
          - Yes. I don't have to say it a third time. What do you need from me?
          - Okay. That's what I wanted somebody to see. Go on.
          - «Stake 1», yes. That's what it's about. And now?
          - Good. I can stop repeating myself. What's next?
          - You've said it better than I did. So?
        because: By now it had been said what this means, so it no longer had to be shouted.
        go: open
      - when: specific-validation # without go: the mood stays
        says: «3»
          - Yes. That's how it is. I didn't expect anybody to write it down.
          - Exactly. And nobody had said so until now.
          - That's it. «Feeling 1» is the word for it.
          - Well. At least somebody read it. And?
          - Yes. I'd begun to think that nobody would notice.
          - That's the first true sentence I've had from anybody about it.
        because: It landed. One more such sentence or a good question would move things on.
      - when: asked-again
        says: «2»
          - I've told you that already.
          - You have that. It's a few lines up.
          - Have you read what I wrote?
          - That's twice now that I'm asked for it.
        because: The question asked for something that had been told already.
      - when: question # without says: they answer what was asked
        need: { heard: specific-validation }
        because: A real question, after being heard, shows that somebody is working on it.
        go: open
      - when: exploring-question
        need: { trust: at least 33 } # who only asks gets there as well, later, and to a less good end
        because: One good question after the other showed that somebody is working on it.
        go: open
      - when: concrete-de-escalation
        need: { heard: specific-validation }
        says: «2»
          - All right. That's something you do and not something you say. I'm listening.
          - Good, you've put your own name to it. What do you need from me?
          - Okay. Somebody moves. What else?
          - That I can hold on to. And after that?
        because: After being heard, a step that can be checked was something to hold on to.
        go: open
      - when: solution
        need: { heard: specific-validation, not-knows: «fact» }
        says: «2»
          - I'm not saying no. I'm saying that you don't know everything yet.
          - That's the first offer I can listen to. There's something you'd have to ask me first.
          - Perhaps. It depends on something.
          - It sounds all right. I'd ask me one more thing before that.
        because: Being heard made it possible to listen to a plan. It still lacked what it depends on.
        go: open
      - when: solution
        need: { heard: specific-validation }
        says:
          - Okay. That's the first offer that has anything to do with me.
          - I'm listening. Slowly, please.
        because: Being heard made it possible to listen to a plan.
        go: open
      - when: repeated-apology
        says: «2»
          - Please stop being sorry. Be useful.
          - I've counted the sorries. That was enough of them.
          - Sorry doesn't do anything for «stake 1».
          - You don't have to apologise again. You have to look into it.
        because: By the third apology the word had stopped meaning anything.
      - when: validation
        says: «4»
          - That's kind. It would fit anybody, though.
          - say: I've read that sentence before, from people who then did nothing.
            softer: I've read that sentence before.
          - Thank you. It doesn't say much about my case.
          - Those are words for everybody. I was writing about «stake 1».
          - I'm sure you're sorry. I'd like to know what for.
          - Nicely said. It could stand under any message.
          - Yes, well. That's what the cards in the shop say.
        because: General kind words fit any complaint.
      - when: handover
        says: «2»
          - And there I'd start again from the top?
          - Please don't pass me on before you know what it's about.
          - Somebody else, already? You haven't read it yet.
        because: Before being heard, being passed on looks like a door that closes.
      - when: generic-de-escalation
        says: «2»
          - And what does that mean, in hours?
          - Those are words one can send to anybody.
          - Everybody is looking into everything.
          - Does that help «stake 1»? I can't tell.
        because: It could mean anything.
`;
